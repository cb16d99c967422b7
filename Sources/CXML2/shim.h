// A libxml2 that is built with ICU brings in ICU's headers, whose types contradict those of
// Foundation's own ICU wherever both are imported. They only serve its converters of encodings,
// which nothing here looks into.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>
