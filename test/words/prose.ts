import ts from 'typescript'

/** A text in a source file that reads like a sentence or a part of one. */
export interface Prose {
  readonly line: number
  readonly text: string
}

/** Three words in a row, the second and third in small letters: names, codes, and SQL aren't written like that. */
const words = /\p{L}[\p{L}’'-]*[,:;]? [\p{Ll}’'-]+[,:;]? [\p{Ll}’'-]+/u

/** Commands. */
const command = /^(?:\s*(?:aws|gcloud|gh|for|show\(\)) )|\$\(aws /

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
