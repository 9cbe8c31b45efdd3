/** In which forms a report is taken along, and what its file is called. */
export const reportFormats = [
  { format: 'markdown', label: 'Markdown', file: 'whydenied-report.md' },
  { format: 'text', label: 'Plain text', file: 'whydenied-report.txt' },
  { format: 'json', label: 'JSON', file: 'whydenied-report.json' },
] as const

export type ReportFormat = (typeof reportFormats)[number]['format']
