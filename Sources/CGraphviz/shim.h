// Carries pkg-config's flags to CGraphvizShim, the only target that includes Graphviz's headers.
