// How code in articles looks. A file of its own, because pages that show code that they made need it, too.
import { defineEcConfig } from '@astrojs/starlight/expressive-code'
import { codeThemes } from './src/site/code-themes.ts'
import { syntaxClasses } from './src/site/syntax-classes.ts'

export default defineEcConfig({
  themes: codeThemes,
  plugins: [syntaxClasses],
  useStarlightUiThemeColors: true,
  // The colors have the contrast that they need, and are the editor's.
  minSyntaxHighlightingColorContrast: 0,
  // It would reset every property of every word of code. Starlight's own styles keep out of code blocks.
  useStyleReset: false,
  defaultProps: { wrap: true },
  styleOverrides: { borderRadius: '0.5rem' },
})
