#ifndef EGV_PLUGINS_H
#define EGV_PLUGINS_H

#if __has_include(<gvc.h>)
#define EGV_HAS_GRAPHVIZ 1
#include <gvc.h>

/// A Graphviz context with the layout engines, or null.
GVC_t *egv_context(void);
#endif

#endif
