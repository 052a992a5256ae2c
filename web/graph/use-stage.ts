import { useEffect, useState } from "react";
import type { Stage } from "./sigma/stage.ts";

/**
 * The one stage of the app, made when Explore is first opened and kept; null = not yet, "missing" =
 * no WebGL here.
 */
let made: Promise<Stage | "missing"> | null = null;

function hasWebGl(): boolean {
  try {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

async function make(): Promise<Stage | "missing"> {
  if (!hasWebGl()) return "missing";
  try {
    const { createStage } = await import("./sigma/stage.ts");
    return createStage();
  } catch (error) {
    console.error("The graph canvas could not be made", error);
    return "missing";
  }
}

export function useStage(): Stage | "missing" | null {
  const [stage, setStage] = useState<Stage | "missing" | null>(null);
  useEffect(() => {
    let here = true;
    made ??= make();
    void made.then((value) => {
      if (here) setStage(value);
    });
    return () => {
      here = false;
    };
  }, []);
  return stage;
}
