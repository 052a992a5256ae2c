import { useLocation } from "react-router";
import { hasBase } from "./scene/scene.ts";
import { useScene } from "./scene/use-scene.ts";
import { StartPage } from "./start-page.tsx";
import { TracePage } from "./trace/trace-page.tsx";
import { Workbench } from "./workbench.tsx";

/**
 * Explore: the workbench of a scene, the trace of stolen money, or the place to start from; the
 * address says which.
 */
export function ExplorePage() {
  const { search } = useLocation();
  return new URLSearchParams(search).has("trace") ? <TracePage /> : <Exploring />;
}

function Exploring() {
  const control = useScene();
  return hasBase(control.scene) ? <Workbench control={control} /> : <StartPage control={control} />;
}
