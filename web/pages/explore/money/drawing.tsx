import type { Drawing as Shapes } from "../../../graph/export/shapes.ts";

/** A drawing of the picture as elements of the page: sharp on paper, its words can be selected. */
export function Drawing({ drawing, label }: { drawing: Shapes; label: string }) {
  const { width, height, shapes } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {shapes.map((shape, at) =>
        shape.kind === "text" ? (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name and never move
            key={at}
            x={shape.x}
            y={shape.y}
            fontSize={shape.size}
            fontWeight={shape.weight}
            fill={shape.color}
            textAnchor={shape.anchor ?? "start"}
            dominantBaseline="central"
            {...(shape.halo
              ? {
                  stroke: shape.halo,
                  strokeWidth: 4,
                  paintOrder: "stroke",
                  strokeLinejoin: "round",
                }
              : {})}
          >
            {shape.text}
          </text>
        ) : (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name and never move
            key={at}
            d={shape.d}
            fill={shape.fill ?? "none"}
            strokeLinejoin="round"
            strokeLinecap="round"
            {...(shape.stroke ? { stroke: shape.stroke, strokeWidth: shape.width ?? 1 } : {})}
            {...(shape.at
              ? {
                  transform: `translate(${shape.at[0]} ${shape.at[1]}) scale(${shape.at[2]})`,
                }
              : {})}
          />
        ),
      )}
    </svg>
  );
}
