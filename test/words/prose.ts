import ts from 'typescript'

/** A text in a source file that reads like a sentence or a part of one. */
export interface Prose {
  readonly line: number
  readonly text: string
}

/** Three words in a row, the second and third in small letters: names, codes, and SQL aren't written like that. */
const words = /\p{L}[\p{L}’'-]*[,:;]? [\p{Ll}’'-]+[,:;]? [\p{Ll}’'-]+/u

/** Commands. */
const command = /^(?:\s*(?:aws|eksctl|gcloud|kubectl|gh|for|show\(\)) )|\$\(aws /

/**
 * The texts in a TypeScript source, JSX included, that read like sentences and stand outside a table of messages: what a translator wouldn't find. Messages of
 * bugs (`new Error`) are for us, and a text with places (`{{name}}`) is a template of some table.
 */
export function proseOutsideTables(file: string, source: string): readonly Prose[] {
  const tree = ts.createSourceFile(
    file,
    source,
    ts.ScriptTarget.Latest,
    false,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const found: Prose[] = []
  const keep = (node: ts.Node, text: string): void => {
    if (!words.test(text) || command.test(text) || text.includes('{{')) return
    found.push({
      line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
      text: text.replaceAll(/\s+/g, ' ').trim(),
    })
  }
  const visit = (node: ts.Node): void => {
    if (isTable(node) || ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text.endsWith('Error')) return
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node))
      keep(node, node.text)
    if (ts.isTemplateExpression(node))
      keep(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('0'))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** `messagesOf('…', {…})`; the messages and the title of a check. */
function isTable(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return ts.isIdentifier(node.expression) && node.expression.text === 'messagesOf'
  const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)
  return isNamed && ts.isIdentifier(node.name) && (node.name.text === 'messages' || node.name.text === 'title')
}

/** Plain English words, which a language would have to translate. */
const plainWords = /^\(?[a-z]{2,}(?: [a-z]+)*\)?$/

/**
 * Words that a source puts into a template as data, `told('id', { kind: isUser ? 'user' : 'role' })`: they stay in English in every translation. Names of
 * calls are those of tables of messages in this file, and `say`.
 */
export function wordsAsData(file: string, source: string): readonly Prose[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false)
  const tables = new Set(['say', ...[...source.matchAll(/const (\w+) = messagesOf\(/g)].map(([, name]) => name)])
  const found: Prose[] = []
  const keep = (value: ts.Expression): void => {
    if (ts.isParenthesizedExpression(value)) keep(value.expression)
    if (ts.isConditionalExpression(value)) for (const branch of [value.whenTrue, value.whenFalse]) keep(branch)
    if (ts.isBinaryExpression(value) && /^(?:\?\?|\|\|)$/.test(ts.tokenToString(value.operatorToken.kind) ?? ''))
      for (const side of [value.left, value.right]) keep(side)
    if (ts.isStringLiteralLike(value) && plainWords.test(value.text))
      found.push({ line: tree.getLineAndCharacterOfPosition(value.getStart(tree)).line + 1, text: value.text })
  }
  const visit = (node: ts.Node): void => {
    const [, data] = ts.isCallExpression(node) ? node.arguments : []
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && tables.has(node.expression.text) && data)
      if (ts.isObjectLiteralExpression(data))
        for (const each of data.properties) if (ts.isPropertyAssignment(each)) keep(each.initializer)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}
