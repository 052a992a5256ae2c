/**
 * What the Neo4j of the tests is told beyond the product's own settings. Each test empties the
 * database: its queries would be planned anew every ten seconds, and for each length of a list.
 */
export function setForTests(): void {
  process.env.DROPPER_GRAPH_HEAP_MB ??= "768";
  process.env.DROPPER_GRAPH_NEO4J_SETTINGS ??= [
    "dbms.cypher.min_replan_interval=1h",
    "internal.cypher.use_parameter_size=false",
  ].join(";");
}
