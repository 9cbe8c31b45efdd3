/** What a part of a program's text is. */
export type SyntaxKind = 'key' | 'string' | 'literal' | 'comment'

/** The colors of code, the same in the editor, in a fix, and in articles. theme.css holds them as --wd-syntax-…; a test compares them. */
export const syntaxColors: Readonly<Record<'light' | 'dark', Readonly<Record<SyntaxKind | 'text', string>>>> = {
  light: { text: '#24323c', key: '#075c60', string: '#6a3a8c', literal: '#84400a', comment: '#51606b' },
  dark: { text: '#d3dde3', key: '#74d9d7', string: '#d3b3ee', literal: '#f2b98a', comment: '#9fb0bb' },
}
