// Every AWS CLI command that the product prints: in content/, in the sources of the advice, and in the table of places, which puts some together.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Place, places } from '../src/advise/index.ts'
import { write } from '../src/words/index.ts'

export interface PrintedCommand {
  readonly file: string
  /** "s3api get-bucket-policy" */
  readonly command: string
  /** "bucket", without the dashes. */
  readonly options: readonly string[]
}

/** Words that people search for aren't commands (`keywords.ts`). Options are read up to the end of the command: a backtick, a pipe, a semicolon, a closing bracket, or the end of the line. */
export function printedCommands(root: string): readonly PrintedCommand[] {
  const folders = ['content', 'src/advise']
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:mdx|yaml|ts)$/.test(name) && !name.startsWith('redact') && name !== 'keywords.ts')
      .map((name) => join(folder, name)),
  )
  return [
    ...files.flatMap((file) => commandsIn(readFileSync(join(root, file), 'utf8')).map((found) => ({ file, ...found }))),
    ...Object.entries<Place>(places).flatMap(([id, { get, script = [], put = [] }]) =>
      [get ?? '', ...script, ...put].flatMap((line) =>
        commandsIn(write(line)).map((found) => ({ file: `the place “${id}”`, ...found })),
      ),
    ),
  ]
}

function commandsIn(text: string): readonly Omit<PrintedCommand, 'file'>[] {
  const lines = text.replaceAll(/\\\r?\n\s*/g, ' ')
  // A list of partitions and a template that a variable completes contain the keyword, but no command.
  return [...lines.matchAll(/(?<![\w./-])aws ([a-z][a-z0-9-]+) ([a-z][a-z0-9-]*[a-z0-9])(?![\w$-])([^\n`]*)/g)].map(
    ([, service, operation, rest = '']) => {
      const own = rest
        .replaceAll(/'[^']*'|"[^"]*"/g, '')
        .split(/[|;)&]/, 1)[0]
        ?.replace(/(?<![\w-])aws(?![\w-]).*/, '')
      return {
        command: `${service} ${operation}`,
        options: [...(own ?? '').matchAll(/ --([a-z0-9-]+)/g)].map(([, name = '']) => name),
      }
    },
  )
}
