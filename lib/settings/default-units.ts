/** Units of the trade (conventions 4.12); pieces are whole, only kg and metres have fractions. */
export const DEFAULT_UNITS: readonly { name: string; allowFraction: boolean }[] = [
  ...["件", "支", "把", "片", "个", "只", "套", "盒", "组", "副", "根", "台"].map((name) => ({
    name,
    allowFraction: false,
  })),
  { name: "kg", allowFraction: true },
  { name: "米", allowFraction: true },
];

/** Where goods lie as long as nobody has said anything else. */
export const DEFAULT_BIN = "A-01";
