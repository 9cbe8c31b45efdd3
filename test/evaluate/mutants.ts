// The evaluator, built so that each of its facts can be left out: a row of a table, one side of an "and" or an "or", an early answer.
import { join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'
import type { compile } from '../../src/evaluate/index.ts'
import { positionsIn } from '../../src/text/index.ts'

/** What a build of the evaluator offers. */
export interface Engine {
  readonly compile: typeof compile
}

/** One fact of the evaluator's code. */
export interface Fact {
  readonly file: string
  readonly line: number
  /** As the code writes it. */
  readonly written: string
  /** A row of a table, or a part of a rule's logic. */
  readonly is: 'row' | 'logic'
}

/** All facts, and the evaluator without one of them (a number in the list; -1 for the whole evaluator). */
export interface Mutants {
  readonly facts: readonly Fact[]
  readonly without: (fact: number) => Engine
}

/** Builds the evaluator once. `files` are those whose facts can be left out, as paths from the project's root. */
export async function mutantsOf(files: readonly string[]): Promise<Mutants> {
  const facts: Fact[] = []
  const paths = new Map(files.map((file) => [join(process.cwd(), file), file]))
  const plugin: Plugin = {
    name: 'facts',
    transform: (code, id) => {
      const file = paths.get(id)
      const positionOf = positionsIn(code)
      const add = ({ start, end }: Span, written = code.slice(start, end), is: Fact['is'] = 'row'): number =>
        facts.push({ file: file ?? id, line: positionOf(start).line, written: written.replace(/\s+/g, ' '), is }) - 1
      return file === undefined ? null : new Guards(code, add).text
    },
  }
  const build = await rolldown({
    input: 'src/evaluate/index.ts',
    plugins: [plugin],
    checks: { bundlerTimings: false },
  })
  const { output } = await build.generate({ format: 'iife', name: 'engine' })
  await build.close()
  const load = new Function('leftOut', `${output[0].code}; return engine`)
  return { facts, without: (fact) => load(fact) }
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Node extends Span {
  readonly type: string
}

type Add = (at: Span, written?: string, is?: Fact['is']) => number

/** The code with every fact behind a test whether it's left out. */
class Guards {
  readonly text: string
  readonly #code: string
  readonly #add: Add
  #functions = 0

  constructor(code: string, add: Add) {
    this.#code = code
    this.#add = add
    this.text = this.#print(parseAst(code, { lang: 'ts' }))
  }

  /** The node as the code has it, but for the facts in it. */
  #print(node: Node): string {
    let [text, at] = ['', node.start]
    const isFunction = /Function/.test(node.type)
    if (isFunction) this.#functions++
    for (const child of childrenOf(node)) {
      // A short property holds the same name twice.
      if (child.start < at) continue
      text += this.#code.slice(at, child.start) + this.#guarded(node, child)
      at = child.end
    }
    if (isFunction) this.#functions--
    return text + this.#code.slice(at, node.end)
  }

  #guarded(parent: Node, child: Node): string {
    const text = this.#print(child)
    const logic = (): number => this.#add(child, undefined, 'logic')
    const isTable = this.#functions === 0
    if (isTable && isRow(parent, child)) return `...(leftOut === ${this.#add(child)} ? [] : [${text}])`
    if (isSide(parent, '&&')) return `(leftOut === ${logic()} || (${text}))`
    if (isSide(parent, '||')) return `(leftOut !== ${logic()} && (${text}))`
    if (parent.type === 'BlockStatement' && isEarlyAnswer(child)) return `if (leftOut !== ${logic()}) { ${text} }`
    const words = isTable ? wordsIn(parent, child) : undefined
    if (!words) return text
    const numbers = words.map((word) => this.#add(child, word))
    return `${JSON.stringify(words)}.filter((_, i) => leftOut !== ${numbers[0]} + i).join(' ')`
  }
}

function childrenOf(node: Node): readonly Node[] {
  const isType = /^TS(?!As|Satisfies|NonNull)/.test(node.type)
  const children = isType ? [] : Object.values(node).flat().filter(isNode)
  return children.sort((a, b) => a.start - b.start)
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value

/** An entry of a table: of a Set, a Map, or a list. */
const isRow = (parent: Node, child: Node): boolean =>
  parent.type === 'ArrayExpression' && child.type !== 'SpreadElement' && !isPair(parent)

/** The entry of a Map is a list of two: both belong together. */
const isPair = (node: Node): boolean => childrenOf(node).length < 3

const isSide = (parent: Node, operator: string): boolean =>
  parent.type === 'LogicalExpression' && 'operator' in parent && parent.operator === operator

/** `if (…) return …` */
const isEarlyAnswer = (node: Node): boolean =>
  node.type === 'IfStatement' && childrenOf(node).length === 2 && childrenOf(node)[1]?.type === 'ReturnStatement'

/** The words of a text that is a list of words. */
function wordsIn(parent: Node, child: Node): readonly string[] | undefined {
  const isText = child.type === 'Literal' && 'value' in child && typeof child.value === 'string'
  if (!isText || !/^(?:VariableDeclarator|CallExpression|MemberExpression)$/.test(parent.type)) return undefined
  const words = String(child.value).split(' ')
  return words.length > 1 && words.every((word) => /^[a-z0-9:*-]+$/i.test(word)) ? words : undefined
}
