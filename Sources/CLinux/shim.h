// Calls of the system that glibc has and declares under _GNU_SOURCE alone, which Swift is not
// compiled with.
#include <linux/fs.h>
#include <linux/stat.h>

int renameat2(int, const char *, int, const char *, unsigned int);
int statx(int, const char *, int, unsigned int, struct statx *);
