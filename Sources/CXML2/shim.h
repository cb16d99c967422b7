// Debian's libxml2 can convert through ICU, and its headers then bring in ICU's. These clash with
// the ICU inside Foundation, which Yams imports, where both are seen by one compiler. Nothing here
// converts: the text handed over is UTF-8.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
