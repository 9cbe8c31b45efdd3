// What an article was compared with, as the lines below its heading "Sources" say.

/** The pages that an article was compared with on one day. */
export interface Comparison {
  /** "2026-11-29" */
  readonly date: string
  readonly pages: readonly Source[]
}

interface Source {
  readonly title: string
  readonly address: string
}

const comparison = /^\[Compared\]\(\/start\/what-it-does\/#dates-of-sources\) on (\d{4}-\d\d-\d\d): (.*)$/gm
const link = /\[([^\][]+)\]\((https:\/\/[^()\s]+)\)/g

/** Takes an article's Markdown; gives its comparisons, the newest first. An article about this site itself has none. */
export const comparisonsIn = (markdown: string): readonly Comparison[] =>
  [...markdown.matchAll(comparison)]
    .map(([, date = '', pages = '']) => ({ date, pages: sourcesIn(pages) }))
    .toSorted((a, b) => b.date.localeCompare(a.date))

const sourcesIn = (pages: string): readonly Source[] =>
  [...pages.matchAll(link)].map(([, title = '', address = '']) => ({ title, address }))
