// Calls of the system that glibc has and Swift does not import: what it declares under _GNU_SOURCE alone,
// and the settings of its allocator.
#include <linux/fs.h>
#include <linux/stat.h>
#include <malloc.h>

int renameat2(int, const char *, int, const char *, unsigned int);
int statx(int, const char *, int, unsigned int, struct statx *);
