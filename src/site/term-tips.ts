// A term of the glossary shows its meaning where the pointer rests on it or the keyboard has reached it. A tap follows the link.

const tip = document.createElement('div')
tip.id = 'term-tip'
tip.className = 'term-tip'
tip.role = 'tooltip'
let shownFor: HTMLAnchorElement | undefined
let leaving: ReturnType<typeof setTimeout> | undefined

function show(term: HTMLAnchorElement): void {
  clearTimeout(leaving)
  if (term === shownFor) return
  hide()
  shownFor = term
  tip.textContent = term.dataset.means ?? ''
  term.setAttribute('aria-describedby', tip.id)
  document.body.append(tip)
  const { left, top, bottom } = term.getBoundingClientRect()
  const { width, height } = tip.getBoundingClientRect()
  const above = top - height - 8
  tip.style.left = `${scrollX + Math.max(16, Math.min(left, document.documentElement.clientWidth - width - 16))}px`
  // Below the line if it fits there, otherwise above; never under the header.
  tip.style.top = `${scrollY + (bottom + height + 8 > innerHeight && above > 64 ? above : bottom + 8)}px`
}

function hide(): void {
  clearTimeout(leaving)
  shownFor?.removeAttribute('aria-describedby')
  shownFor = undefined
  tip.remove()
}

const termOf = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null

document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType === 'touch') return
  const term = termOf(target)
  if (term) show(term)
  else if (target instanceof Node && tip.contains(target)) clearTimeout(leaving)
  else if (shownFor && document.activeElement !== shownFor) {
    clearTimeout(leaving)
    // Time to get from the term to its meaning.
    leaving = setTimeout(hide, 250)
  }
})
document.addEventListener('focusin', ({ target }) => {
  const term = termOf(target)
  if (term?.matches(':focus-visible')) show(term)
  else hide()
})
document.addEventListener('focusout', hide)
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide()
})
