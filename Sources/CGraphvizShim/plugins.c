// dladdr and the like.
#if defined(__linux__)
#define _GNU_SOURCE
#endif

#include "plugins.h"

#if defined(EGV_HAS_GRAPHVIZ)

#include <dlfcn.h>
#include <graphviz_version.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Graphviz finds plug-ins through a configuration file and GVBINDIR. Loading three known files from beside
// the library needs neither, so that nothing on the host decides what code runs, or how text is measured.

static const char *const names[] = {"core", "dot_layout", "neato_layout"};
enum { NAME_COUNT = sizeof names / sizeof names[0], PATH_SIZE = 4096 };

static void *open_plugin(const char *directory, const char *name) {
#if defined(__APPLE__)
  static const char *const patterns[] = {
    "%s/graphviz/libgvplugin_%s.%d.dylib", "%s/graphviz/libgvplugin_%s.dylib"};
#else
  static const char *const patterns[] = {"%s/graphviz/libgvplugin_%s.so.%d", "%s/graphviz/libgvplugin_%s.so"};
#endif
  for (size_t k = 0; k < sizeof patterns / sizeof patterns[0]; k += 1) {
    char path[PATH_SIZE];
    // The second pattern has no use for the version; extra arguments are allowed.
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wformat-nonliteral"
#endif
    int length = snprintf(path, sizeof path, patterns[k], directory, name, GVPLUGIN_VERSION);
#if defined(__clang__)
#pragma clang diagnostic pop
#endif
    if (length <= 0 || length >= (int)sizeof path) continue;
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (handle != NULL) return handle;
    if (access(path, R_OK) == 0) {
      // It is there and does not load: say why, as memory may be the reason.
      const char *reason = dlerror();
      if (reason != NULL) fprintf(stderr, "%s\n", reason);
    }
  }
  return NULL;
}

static GVC_t *fixed_context(void) {
  static lt_symlist_t builtins[NAME_COUNT + 1];
  static char symbols[NAME_COUNT][64];

  Dl_info info;
  if (dladdr((void *)gvContext, &info) == 0 || info.dli_fname == NULL) return NULL;
  char directory[PATH_SIZE];
  size_t length = strlen(info.dli_fname);
  if (length >= sizeof directory) return NULL;
  memcpy(directory, info.dli_fname, length + 1);
  char *slash = strrchr(directory, '/');
  if (slash == NULL) return NULL;
  *slash = 0;

  for (size_t k = 0; k < NAME_COUNT; k += 1) {
    void *handle = open_plugin(directory, names[k]);
    if (handle == NULL) return NULL;
    snprintf(symbols[k], sizeof symbols[k], "gvplugin_%s_LTX_library", names[k]);
    void *library = dlsym(handle, symbols[k]);
    if (library == NULL) return NULL;
    builtins[k] = (lt_symlist_t){symbols[k], library};
  }
  return gvContextPlugins(builtins, 0);
}

GVC_t *egv_context(void) {
  GVC_t *context = fixed_context();
  // An unusual installation: let Graphviz look. The fence has emptied the environment that it would consult.
  return context != NULL ? context : gvContext();
}

#endif
