/** A drawing as plain shapes, so that the exported PNG and SVG are the same picture. */
export type Shape =
  | {
      readonly kind: "path";
      readonly d: string;
      readonly fill?: string;
      readonly stroke?: string;
      readonly width?: number;
      /** Moves and scales the path: x, y, scale. */
      readonly at?: readonly [number, number, number];
    }
  | {
      readonly kind: "text";
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly weight: number;
      readonly color: string;
      readonly halo?: string;
      readonly anchor?: "start" | "middle" | "end";
    };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly shapes: readonly Shape[];
}

export function circle(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${round(2 * radius)} 0a${r} ${r} 0 1 0 ${round(-2 * radius)} 0Z`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
