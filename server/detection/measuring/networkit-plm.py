"""PLM of NetworKit on one thread, for `npm run bench -- communities`: seconds of the run itself, the graph being ready.

Usage: python networkit-plm.py EDGES COMMUNITIES
EDGES: int32 count of nodes, int32 count of edges, then from (int32), to (int32), weight (float64) of all edges.
COMMUNITIES: the community of each node as int32, written here. Prints one JSON line.
"""

import json
import sys
import time

import networkit
import numpy

edges_path, communities_path = sys.argv[1:3]
networkit.setNumberOfThreads(1)
networkit.setSeed(20260301, False)
with open(edges_path, "rb") as file:
    nodes, edges = numpy.fromfile(file, dtype="<i4", count=2)
    start = numpy.fromfile(file, dtype="<i4", count=edges)
    end = numpy.fromfile(file, dtype="<i4", count=edges)
    weight = numpy.fromfile(file, dtype="<f8", count=edges)
graph = networkit.Graph(int(nodes), weighted=True, directed=False)
for a, b, w in zip(start.tolist(), end.tolist(), weight.tolist()):
    graph.addEdge(a, b, w)
seconds = []
for _ in range(3):
    plm = networkit.community.PLM(graph, refine=False, gamma=1.0)
    begun = time.perf_counter()
    plm.run()
    seconds.append(time.perf_counter() - begun)
numpy.array(plm.getPartition().getVector(), dtype="<i4").tofile(communities_path)
print(json.dumps({"seconds": seconds, "version": networkit.__version__}))
