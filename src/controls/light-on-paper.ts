/** While a page is printed it's light: browsers leave dark backgrounds out, and its light text would be left on white paper. Works from its import on. */
const root = document.documentElement
let onScreen: string | undefined

addEventListener('beforeprint', () => {
  onScreen ??= root.dataset.theme
  root.dataset.theme = 'light'
})

addEventListener('afterprint', () => {
  if (onScreen !== undefined) root.dataset.theme = onScreen
  onScreen = undefined
})
