import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { componentTwins } from '../site/component-twins.ts'
import { articleTwin } from '../site/markdown-twin.ts'
import { projectRoot } from './parts.ts'

/** An article as text. */
export interface ArticleText {
  /** Path below the site's root: "billing/pass-role". */
  readonly id: string
  readonly title: string
  readonly description: string
  /** Markdown. */
  readonly text: string
}

const frontmatter = z.object({ title: z.string(), description: z.string().default('') })

/** Every article of the site as Markdown, by ID. Rejects where an article's head can't be read. */
export async function loadArticles(): Promise<readonly ArticleText[]> {
  const content = join(projectRoot, 'content')
  const names = (await readdir(content, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(?:^|\/)[^_/][^/]*\.mdx?$/.test(name))
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const source = await readFile(join(content, name), 'utf8')
      const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? []
      const { title, description } = frontmatter.parse(parse(head))
      const id = name.replace(/\.mdx?$/, '').replace(/(?<=.)\/index$/, '')
      return { id, title, description, text: articleTwin({ id, title, description, body }, componentTwins) }
    }),
  )
}
