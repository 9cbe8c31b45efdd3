// The themes of code in articles, with the colors of the editor. https://expressive-code.com/guides/themes/
import { syntaxColors } from '../controls/syntax-colors.ts'

const themeOf = (type: 'light' | 'dark', background: string) => {
  const { text, key, string, literal, comment } = syntaxColors[type]
  const rule = (scope: readonly string[], foreground: string) => ({ scope: [...scope], settings: { foreground } })
  return {
    name: `whydenied-${type}`,
    type,
    colors: { 'editor.background': background, 'editor.foreground': text },
    tokenColors: [
      rule(['comment', 'punctuation.definition.comment'], comment),
      rule(['string', 'punctuation.definition.string'], string),
      rule(['constant', 'keyword.operator.new'], literal),
      rule(['support.type.property-name', 'punctuation.support.type.property-name', 'entity.name.tag'], key),
      rule(['variable.other.assignment', 'variable.declaration', 'entity.name.type', 'meta.object-literal.key'], key),
      rule(['keyword', 'storage', 'entity.name.function', 'support.function', 'entity.name.command'], key),
    ],
  }
}

/** The dark one first: Starlight takes the first of each kind. */
export const codeThemes = [themeOf('dark', '#151c21'), themeOf('light', '#f6f8f9')]
