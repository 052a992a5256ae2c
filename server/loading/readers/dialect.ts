/** How a delimited text is written: found from its head (find-dialect.ts). */
export interface Dialect {
  readonly delimiter: string;
  /** Cells of an ordinary row; 0 where unknown. Used to recover after quotes nobody closed. */
  readonly columns: number;
}
