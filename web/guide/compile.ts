import MarkdownIt from "markdown-it";

/** A part of a guide page under one heading. */
export interface GuideSection {
  /** Anchor, the same in every language: its place in the page. */
  readonly id: string;
  readonly heading: string;
  /** Our own text, compiled at the build; nothing in it comes from a person or the data. */
  readonly html: string;
  /** The words alone, for the search. */
  readonly text: string;
}

export interface GuidePage {
  readonly name: string;
  readonly title: string;
  readonly sections: readonly GuideSection[];
}

/** A picture stands in the HTML as this sign with its name, until the build knows its address. */
export const pictureSign = (name: string) => `@@picture:${name}@@`;
export const PICTURE_SIGN = /@@picture:([\w-]+)@@/g;

/** `[[frame.nav.load]]` in a guide is the word of the screen in that language. */
const SCREEN_WORD = /\[\[([\w.-]+)\]\]/g;

type Catalogue = { readonly [key: string]: string | Catalogue };

const markdown = new MarkdownIt({ html: false, typographer: false });

/**
 * One page of the guide from its Markdown. Words of the screen come from the catalogue, so that the
 * guide and the buttons never differ; a key without a text is an error.
 */
export function compileGuidePage(name: string, source: string, catalogue: object): GuidePage {
  const tokens = markdown.parse(withScreenWords(name, source, catalogue as Catalogue), {});
  const starts = tokens.flatMap((token, at) => (token.type === "heading_open" ? [at] : []));
  const [title, ...heads] = starts.map((at) => tokens[at + 1]?.content ?? "");
  if (title === undefined || tokens[0]?.tag !== "h1")
    throw new Error(`The guide page ${name} begins without a title.`);
  const sections = starts.map((at, number) => {
    const part = tokens.slice(at + 3, starts[number + 1] ?? tokens.length);
    const html = pictured(markdown.renderer.render(part, markdown.options, {}));
    return {
      id: `part-${number}`,
      heading: number === 0 ? title : (heads[number - 1] ?? ""),
      html,
      text: part
        .flatMap((token) => token.children ?? [])
        .map((child) => child.content)
        .join(" "),
    };
  });
  return { name, title, sections };
}

function withScreenWords(name: string, source: string, catalogue: Catalogue): string {
  return source.replace(SCREEN_WORD, (_, key: string) => {
    const word = key
      .split(".")
      .reduce<string | Catalogue | undefined>(
        (tree, step) => (typeof tree === "object" ? tree[step] : undefined),
        catalogue,
      );
    if (typeof word !== "string" || word.includes("{{"))
      throw new Error(`The guide page ${name} names no text: ${key}`);
    return `**${word}**`;
  });
}

/** A picture that stands alone becomes a figure with its words below. */
function pictured(html: string): string {
  return html.replace(
    /<p><img src="([\w-]+)" alt="([^"]*)"><\/p>/g,
    (_, name: string, words: string) =>
      `<figure><img src="${pictureSign(name)}" alt="${words}" loading="lazy"><figcaption>${words}</figcaption></figure>`,
  );
}
