import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

// Starlight's tokens reach into the shadow root, so dark and light need no code of their own.

const theme = EditorView.theme({
  '&': {
    color: 'var(--sl-color-white)',
    backgroundColor: 'var(--wd-field)',
    fontSize: 'var(--sl-text-code-sm)',
    borderRadius: '0.4375rem',
  },
  '&.cm-focused': { outline: '2px solid var(--sl-color-text-accent)', outlineOffset: '1px' },
  '.cm-scroller': {
    fontFamily: 'var(--__sl-font-mono)',
    lineHeight: '1.6',
    maxHeight: 'var(--wd-editor-most, 26rem)',
    minHeight: 'var(--wd-editor-least, 6.5rem)',
    overflow: 'auto',
  },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--sl-color-white)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--sl-color-gray-2)',
    border: 'none',
    paddingInlineStart: '0.25rem',
  },
  '.cm-cursor': { borderLeftColor: 'var(--sl-color-white)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--wd-selection)',
  },
  '.cm-matchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket': { outline: '1px solid var(--sl-color-gray-3)' },
  '.cm-placeholder': { color: 'var(--sl-color-gray-2)' },
  '.cm-mark-deny': { backgroundColor: 'var(--wd-deny-bg)', boxShadow: 'inset 3px 0 var(--wd-deny)' },
  '.cm-mark-allow': { backgroundColor: 'var(--wd-allow-bg)', boxShadow: 'inset 3px 0 var(--wd-allow)' },
  '.cm-mark-near': { backgroundColor: 'var(--wd-maybe-bg)', boxShadow: 'inset 3px 0 var(--wd-maybe)' },
  '.cm-mark-spot': { outline: '2px solid var(--sl-color-text-accent)', borderRadius: '2px' },
  '.cm-tooltip': {
    backgroundColor: 'var(--sl-color-bg-nav)',
    color: 'var(--sl-color-text)',
    border: '1px solid var(--sl-color-gray-5)',
    borderRadius: '0.375rem',
    maxWidth: '28rem',
    fontFamily: 'var(--__sl-font)',
    fontSize: 'var(--sl-text-sm)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--__sl-font-mono)' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.5rem' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--sl-color-text-accent)',
    color: 'var(--sl-color-black)',
  },
  '.cm-about': { padding: '0.5rem 0.75rem', maxHeight: '20rem', overflowY: 'auto', whiteSpace: 'normal' },
  '.cm-about p': { margin: '0 0 0.375rem' },
  '.cm-about code': { fontFamily: 'var(--__sl-font-mono)', fontSize: '0.9em', overflowWrap: 'anywhere' },
  '.cm-diagnosticText code': { fontFamily: 'var(--__sl-font-mono)', fontSize: '0.9em', overflowWrap: 'anywhere' },
  '.cm-about-links': { display: 'flex', flexWrap: 'wrap', gap: '0.25rem 1rem' },
  '.cm-about-links:empty': { display: 'none' },
  '.cm-about a': { color: 'var(--sl-color-text-accent)' },
  '.cm-tooltip.cm-completionInfo': { padding: '0' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--sl-color-text-accent)',
    color: 'var(--sl-color-black)',
    padding: '0.25rem 0.5rem',
  },
  // Where the reader's own colors replace backgrounds, what a background says is said otherwise.
  '@media (forced-colors: active)': {
    // The browser would lay a plate under each line, which hides the selection and the underlines of problems.
    '.cm-content': { forcedColorAdjust: 'none', color: 'CanvasText', caretColor: 'CanvasText' },
    '.cm-cursor': { borderLeftColor: 'CanvasText' },
    '.cm-placeholder': { color: 'GrayText' },
    '.cm-mark-deny, .cm-mark-allow, .cm-mark-near': { borderInlineStart: '3px solid CanvasText' },
    '.cm-mark-allow': { borderInlineStartStyle: 'double' },
    '.cm-mark-near': { borderInlineStartStyle: 'dashed' },
    '.cm-mark-spot': { outlineColor: 'Highlight' },
    '&.cm-focused .cm-matchingBracket': { outlineColor: 'CanvasText' },
    '.cm-lintRange-active': { backgroundColor: 'transparent' },
    '.cm-selectionBackground': { forcedColorAdjust: 'none' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
})

const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--wd-syntax-key)' },
  { tag: tags.string, color: 'var(--wd-syntax-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--wd-syntax-literal)' },
  { tag: tags.invalid, color: 'var(--sl-color-red-high)' },
])

/** How the editor looks. */
export const look: Extension = [theme, syntaxHighlighting(colors)]
