/**
 * The English catalogue is the shape; the others must have the same keys. A key with `_other` is a
 * plural: Kazakh and English have one and other, Russian also few and many.
 */
export type SameKeys<Shape> = {
  [Key in keyof Shape]: Shape[Key] extends string ? string : SameKeys<Shape[Key]>;
};

export type RussianKeys<Shape> = {
  [Key in keyof Shape]: Shape[Key] extends string ? string : RussianKeys<Shape[Key]>;
} & {
  [Key in keyof Shape as Key extends `${infer Base}_other`
    ? `${Base}_few` | `${Base}_many`
    : never]: string;
};
