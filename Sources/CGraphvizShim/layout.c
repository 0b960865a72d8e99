#include "CGraphvizShim.h"

#include "plugins.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static egv_status fail(egv_layout *layout, egv_status status, const char *reason) {
  char earlier[EGV_MESSAGE_SIZE];
  memcpy(earlier, layout->message, sizeof earlier);
  layout->message[0] = 0;
  egv_append_text(layout->message, sizeof layout->message, reason, strlen(reason));
  if (earlier[0] != 0) {
    egv_append_text(layout->message, sizeof layout->message, ": ", 2);
    egv_append_text(layout->message, sizeof layout->message, earlier, strlen(earlier));
  }
  return status;
}

#if !defined(EGV_HAS_GRAPHVIZ)

egv_status egv_compute(const egv_problem *problem, egv_layout *layout) {
  (void)problem;
  memset(layout, 0, sizeof *layout);
  return fail(layout, EGV_UNAVAILABLE, "built without Graphviz");
}

#else

static const double points_per_inch = 72;

// Graphviz reports by callback, a piece at a time.
static char collected[EGV_MESSAGE_SIZE];

static int collect(char *piece) {
  egv_append_text(collected, sizeof collected, piece, strlen(piece));
  return 0;
}

static const char *engine_name(egv_engine engine) {
  switch (engine) {
  case EGV_LAYERED: return "dot";
  case EGV_STRESS: return "neato";
  case EGV_SPRING: return "sfdp";
  case EGV_PACKED: return "osage";
  }
  return NULL;
}

// MARK: Attributes. The names below are all there are; values are constants or numbers.

static void set_text(void *object, const char *name, const char *value) {
  agsafeset(object, (char *)name, (char *)value, (char *)"");
}

static void set_number(void *object, const char *name, const char *prefix, double value) {
  char text[64];
  snprintf(text, sizeof text, "%s%.4f", prefix, value);
  set_text(object, name, text);
}

static void set_integer(void *object, const char *name, long value) {
  char text[32];
  snprintf(text, sizeof text, "%ld", value);
  set_text(object, name, text);
}

static void set_array(void *object, int32_t cells) {
  char text[32];
  // "u": in the order of `sortv`, which is ours.
  if (cells > 0) snprintf(text, sizeof text, "array_u%d", cells);
  else if (cells < 0) snprintf(text, sizeof text, "array_cu%d", -cells);
  else snprintf(text, sizeof text, "array_u");
  set_text(object, "packmode", text);
}

static void set_graph_attributes(Agraph_t *graph, const egv_problem *problem) {
  const egv_options *options = &problem->options;
  int is_layered = options->engine == EGV_LAYERED;
  set_text(graph, "splines", is_layered && options->is_curved ? "true" : "line");
  switch (options->engine) {
  case EGV_LAYERED:
    set_text(graph, "rankdir", options->is_top_down ? "TB" : "LR");
    set_number(graph, "nodesep", "", options->node_separation / points_per_inch);
    set_number(graph, "ranksep", "", options->rank_separation / points_per_inch);
    // Network simplex is not bounded by itself; small graphs are left to find their optimum.
    if (problem->node_count + problem->edge_count > 1200) {
      set_integer(graph, "nslimit", 1);
      set_integer(graph, "nslimit1", 1);
    }
    break;
  case EGV_STRESS:
    set_text(graph, "mode", "major");
    set_integer(graph, "maxiter", 200);
    break;
  case EGV_SPRING:
    set_number(graph, "K", "", options->spring_length / points_per_inch);
    set_number(graph, "repulsiveforce", "", options->repulsion);
    set_text(graph, "quadtree", options->is_quick ? "fast" : "normal");
    break;
  case EGV_PACKED:
    set_number(graph, "pack", "", options->spacing);
    set_array(graph, options->group_array);
    break;
  }
  if (options->engine == EGV_STRESS || options->engine == EGV_SPRING) {
    set_integer(graph, "start", (long)options->seed);
    if (options->overlap_rounds > 0) {
      char rounds[32];
      snprintf(rounds, sizeof rounds, "prism%d", options->overlap_rounds);
      set_text(graph, "overlap", rounds);
      set_number(graph, "overlap_scaling", "", options->overlap_scaling);
      set_number(graph, "sep", "+", options->node_margin);
    } else {
      set_text(graph, "overlap", "true");
    }
  }
}

static void set_node_attributes(Agnode_t *node, const egv_node *wanted) {
  set_text(node, "label", "");
  set_text(node, "shape", wanted->shape == 1 ? "circle" : "box");
  set_text(node, "fixedsize", "true");
  set_number(node, "width", "", wanted->width / points_per_inch);
  set_number(node, "height", "", wanted->height / points_per_inch);
}

static void set_edge_attributes(Agedge_t *edge, const egv_edge *wanted, const egv_options *options) {
  set_text(edge, "dir", "none");
  if (wanted->length > 0) set_number(edge, "len", "", wanted->length / points_per_inch);
  // The layered engine reads whole numbers only.
  if (options->engine == EGV_LAYERED) set_integer(edge, "weight", lround(wanted->weight));
  else set_number(edge, "weight", "", wanted->weight);
  if (wanted->is_hidden) set_text(edge, "style", "invis");
  if (options->engine == EGV_LAYERED && options->uses_facing_sides && wanted->from != wanted->to) {
    set_text(edge, "tailport", options->is_top_down ? "s" : "e");
    set_text(edge, "headport", options->is_top_down ? "n" : "w");
  }
}

// Graphviz has no box for a heading; a label of blank-looking letters in a built-in font size makes one.
static void set_header(Agraph_t *cluster, const egv_group *group) {
  if (group->header_height <= 0) return;
  double size = group->header_height / 1.2;
  // With the built-in metrics an "m" is 0.7778 of the font size wide.
  double letters = group->header_width > 0 ? ceil(group->header_width / (size * 0.7778)) : 1;
  char text[256];
  size_t count = letters < 1 ? 1 : letters > 255 ? 255 : (size_t)letters;
  memset(text, 'm', count);
  text[count] = 0;
  set_text(cluster, "label", text);
  set_number(cluster, "fontsize", "", size);
  set_text(cluster, "fontname", "Times");
}

// MARK: Building

typedef struct built {
  Agraph_t *graph;
  Agnode_t **nodes;
  Agedge_t **edges;
  Agraph_t **groups;
} built;

static int build(const egv_problem *problem, built *result) {
  size_t n = problem->node_count, m = problem->edge_count, g = problem->group_count;
  result->nodes = calloc(n + 1, sizeof *result->nodes);
  result->edges = calloc(m + 1, sizeof *result->edges);
  result->groups = calloc(g + 1, sizeof *result->groups);
  result->graph = agopen((char *)"g", Agdirected, NULL);
  if (!result->nodes || !result->edges || !result->groups || !result->graph) return -1;
  set_graph_attributes(result->graph, problem);

  char name[32];
  int is_grouped = problem->options.engine == EGV_PACKED || problem->options.engine == EGV_LAYERED;
  for (size_t k = 0; is_grouped && k < g; k += 1) {
    snprintf(name, sizeof name, "cluster_%zu", k);
    Agraph_t *cluster = agsubg(result->graph, name, 1);
    if (cluster == NULL) return -1;
    result->groups[k] = cluster;
    set_number(cluster, "margin", "", problem->options.group_margin);
    set_header(cluster, &problem->groups[k]);
    if (problem->options.engine == EGV_PACKED) {
      set_array(cluster, problem->options.member_array);
      set_number(cluster, "pack", "", problem->options.spacing);
      set_integer(cluster, "sortv", (long)k);
    }
  }
  for (size_t v = 0; v < n; v += 1) {
    snprintf(name, sizeof name, "n%zu", v);
    Agnode_t *node = agnode(result->graph, name, 1);
    if (node == NULL) return -1;
    result->nodes[v] = node;
    set_node_attributes(node, &problem->nodes[v]);
    if (problem->options.engine == EGV_PACKED) set_integer(node, "sortv", (long)(g + v));
    int32_t group = problem->nodes[v].group;
    if (is_grouped && group >= 0) agsubnode(result->groups[group], node, 1);
  }
  for (size_t e = 0; e < m; e += 1) {
    const egv_edge *wanted = &problem->edges[e];
    snprintf(name, sizeof name, "e%zu", e);
    Agedge_t *edge = agedge(result->graph, result->nodes[wanted->from], result->nodes[wanted->to], name, 1);
    if (edge == NULL) return -1;
    result->edges[e] = edge;
    set_edge_attributes(edge, wanted, &problem->options);
  }
  return 0;
}

// MARK: Reading back

static size_t route_size(Agedge_t *edge) {
  splines *route = ED_spl(edge);
  size_t size = 0;
  for (size_t k = 0; route != NULL && k < (size_t)route->size; k += 1) size += (size_t)route->list[k].size;
  return size;
}

static int read_routes(const egv_problem *problem, const built *graph, egv_layout *layout) {
  size_t total = 0;
  layout->offsets = calloc(problem->edge_count + 1, sizeof *layout->offsets);
  if (layout->offsets == NULL) return -1;
  for (size_t e = 0; e < problem->edge_count; e += 1) {
    layout->offsets[e] = total;
    if (!problem->edges[e].is_hidden) total += route_size(graph->edges[e]);
  }
  layout->offsets[problem->edge_count] = total;
  layout->points = calloc(total + 1, sizeof *layout->points);
  if (layout->points == NULL) return -1;
  for (size_t e = 0; e < problem->edge_count; e += 1) {
    if (problem->edges[e].is_hidden) continue;
    splines *route = ED_spl(graph->edges[e]);
    size_t at = layout->offsets[e];
    for (size_t k = 0; route != NULL && k < (size_t)route->size; k += 1) {
      bezier *piece = &route->list[k];
      for (size_t i = 0; i < (size_t)piece->size; i += 1, at += 1) {
        layout->points[at] = (egv_point){piece->list[i].x, piece->list[i].y};
      }
    }
  }
  return 0;
}

static int read_layout(const egv_problem *problem, const built *graph, egv_layout *layout) {
  layout->node_count = problem->node_count;
  layout->edge_count = problem->edge_count;
  layout->centers = calloc(problem->node_count + 1, sizeof *layout->centers);
  if (layout->centers == NULL) return -1;
  for (size_t v = 0; v < problem->node_count; v += 1) {
    layout->centers[v] = (egv_point){ND_coord(graph->nodes[v]).x, ND_coord(graph->nodes[v]).y};
  }
  if (problem->group_count > 0 && graph->groups[0] != NULL) {
    layout->group_count = problem->group_count;
    layout->groups = calloc(problem->group_count, sizeof *layout->groups);
    if (layout->groups == NULL) return -1;
    for (size_t k = 0; k < problem->group_count; k += 1) {
      boxf box = GD_bb(graph->groups[k]);
      layout->groups[k] = (egv_rect){box.LL.x, box.LL.y, box.UR.x, box.UR.y};
    }
  }
  return read_routes(problem, graph, layout);
}

egv_status egv_compute(const egv_problem *problem, egv_layout *layout) {
  memset(layout, 0, sizeof *layout);
  collected[0] = 0;
  agseterrf((agusererrf)collect);
  GVC_t *context = egv_context();
  if (context == NULL) return fail(layout, EGV_UNAVAILABLE, "Graphviz has no layout engines here");

  built graph = {0};
  if (build(problem, &graph) != 0) return fail(layout, EGV_FAILED, "out of memory while building the graph");
  srand(problem->options.seed);
  srand48((long)problem->options.seed);
  int status = gvLayout(context, graph.graph, engine_name(problem->options.engine));
  memcpy(layout->message, collected, sizeof layout->message);
  if (status != 0) {
    // This is how Graphviz says that the plug-in holding the engine is missing.
    int is_missing = strstr(collected, "not recognized") != NULL;
    return fail(layout, is_missing ? EGV_UNAVAILABLE : EGV_FAILED, "Graphviz gave no layout");
  }
  if (read_layout(problem, &graph, layout) != 0) return fail(layout, EGV_FAILED, "out of memory");
  return EGV_OK;
}

#endif
