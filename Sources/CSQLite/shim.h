#include <sqlite3.h>

// `sqlite3_config` takes arguments of every kind, which Swift does not call. To be called before all
// else; afterwards it changes nothing.
static inline void sqlite3_config_lean(void) {
  // Nobody asks how much memory is in use: counting it takes a lock at every allocation.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  // Pages are allocated as they are read, not twenty of them at the first.
  sqlite3_config(SQLITE_CONFIG_PAGECACHE, (void *)0, 0, 0);
}
