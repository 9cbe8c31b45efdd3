// An article as its tests see it: its fenced blocks with their claims, its links, its headings, and the text around the blocks.

import { parse } from 'yaml'
import { type Claims, readClaims } from '../../src/site/articles/claims.ts'

/** One fenced code block. */
export interface Block {
  /** "content/billing/pass-role.mdx:14" */
  readonly title: string
  readonly language: string
  readonly claims: Claims
  readonly text: string
}

export interface Article {
  readonly file: string
  readonly title: string
  readonly description: string
  /** Of the second level. */
  readonly headings: readonly string[]
  readonly blocks: readonly Block[]
  /** Everything outside code blocks. */
  readonly prose: string
  readonly links: readonly Link[]
  readonly anchors: ReadonlySet<string>
  /** Anchors that the article links to on its own page: "fix" of "#fix". */
  readonly ownAnchors: readonly string[]
}

/** A link that stays in the site: "/checker/?example=NAME", "/billing/pass-role/#fix". */
export interface Link {
  readonly path: string
  readonly example: string | undefined
  readonly anchor: string | undefined
}

/** Takes an article apart. A block may be indented, as in a list. Throws where one is never closed. */
export function readArticle(file: string, source: string): Article {
  const blocks: Block[] = []
  const prose: string[] = []
  const lines = source.split(/\r?\n/)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const [, indent, fence, language = '', claims = ''] = /^([\s>]*)(```+|~~~+)\s*(\w*)(.*)$/.exec(line) ?? []
    if (indent === undefined || fence === undefined) {
      prose.push(line)
      continue
    }
    const end = lines.findIndex((later, j) => j > i && later.replace(/^[\s>]*/, '').trimEnd() === fence)
    if (end === -1) throw new Error(`${file}:${i + 1}: this code block is never closed`)
    const inside = lines.slice(i + 1, end).map((each) => each.slice(indent.length))
    blocks.push({ title: `${file}:${i + 1}`, language, claims: readClaims(claims), text: inside.join('\n') })
    i = end
  }
  const text = prose.join('\n')
  const headings = prose.flatMap((line) => /^## (.*)$/.exec(line)?.[1] ?? [])
  const { title, description } = frontmatter(file, source)
  return {
    file,
    title,
    description,
    headings,
    blocks,
    prose: text,
    links: linksOf(text),
    anchors: new Set(prose.flatMap(anchorsIn)),
    ownAnchors: [...text.matchAll(/\]\(#([^)\s]*)\)/g)].map(([, anchor = '']) => anchor),
  }
}

/** The YAML at the top, read as Astro reads it: a title with a colon needs quotes. */
function frontmatter(file: string, source: string): { readonly title: string; readonly description: string } {
  const [, yaml = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? []
  const { title, description } = parse(yaml) ?? {}
  if (typeof title !== 'string' || typeof description !== 'string') throw new Error(`${file}: no title or description`)
  return { title, description }
}

const linksOf = (text: string): readonly Link[] =>
  [...text.matchAll(/(?:\]\(|href=["'])(\/[^)"'\s]*)/g)].map(([, address = '']) => {
    const { pathname, searchParams, hash } = new URL(address, 'https://site.example')
    return { path: pathname, example: searchParams.get('example') ?? undefined, anchor: hash.slice(1) || undefined }
  })

/** The anchor of a heading, as GitHub and Starlight generate it, or those of the error codes in a line: `<a id="ExpiredToken"></a>`. */
function anchorsIn(line: string): readonly string[] {
  const ids = [...line.matchAll(/<a id="([^"]+)"><\/a>/g)].flatMap(([, id]) => id ?? [])
  if (ids.length > 0) return ids
  const [, heading] = /^#{2,6} (.*)$/.exec(line) ?? []
  return heading
    ? [
        heading
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
          .replaceAll(' ', '-'),
      ]
    : []
}
