/** The formats of an exported report, and the names of its files. */
export const reportFormats = [
  { format: 'markdown', label: 'Markdown', file: 'whydenied-report.md' },
  { format: 'text', label: 'Plain text', file: 'whydenied-report.txt' },
  { format: 'json', label: 'JSON', file: 'whydenied-report.json' },
] as const

export type ReportFormat = (typeof reportFormats)[number]['format']
