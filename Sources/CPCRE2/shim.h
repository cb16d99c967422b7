// The library comes in three widths of character, and its header wants to know which.
#define PCRE2_CODE_UNIT_WIDTH 8

#include <pcre2.h>
