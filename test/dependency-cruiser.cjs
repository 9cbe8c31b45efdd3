// Who may import whom: the rooms of the house, as the README's architecture section draws them.
const rooms = [
  'text',
  'iam',
  'reference',
  'denial',
  'evaluate',
  'lint',
  'compare',
  'account',
  'words',
  'advise',
  'logs',
  'session',
  'controls',
  'checker',
  'compare-page',
  'site',
  'pages',
  'hosting',
  'cli',
]

/** Each room, and the rooms it may look into. */
const mayImport = {
  text: [],
  iam: ['text'],
  reference: ['text', 'iam'],
  denial: ['text', 'iam', 'reference'],
  evaluate: ['text', 'iam', 'reference'],
  lint: ['text', 'iam', 'reference', 'words'],
  compare: ['text', 'iam', 'reference', 'evaluate'],
  account: ['text', 'iam', 'reference', 'evaluate'],
  words: ['text', 'iam', 'reference', 'denial', 'evaluate', 'compare', 'account'],
  advise: ['text', 'iam', 'reference', 'denial', 'evaluate', 'lint', 'compare', 'words'],
  logs: ['text', 'denial'],
  session: ['text', 'iam', 'reference', 'denial', 'evaluate', 'lint', 'compare', 'words', 'advise', 'logs'],
  controls: ['text', 'evaluate', 'advise'],
  checker: [
    'text',
    'iam',
    'reference',
    'denial',
    'evaluate',
    'lint',
    'compare',
    'words',
    'advise',
    'logs',
    'session',
    'controls',
  ],
  'compare-page': [
    'text',
    'iam',
    'reference',
    'denial',
    'evaluate',
    'lint',
    'compare',
    'words',
    'advise',
    'session',
    'controls',
    'checker',
  ],
  site: ['text', 'iam', 'reference', 'denial', 'evaluate', 'lint', 'compare', 'words', 'advise', 'session', 'controls'],
  pages: ['session', 'reference', 'checker', 'compare-page', 'site', 'hosting'],
  hosting: ['checker', 'reference'],
  cli: [
    'text',
    'iam',
    'reference',
    'denial',
    'evaluate',
    'lint',
    'compare',
    'account',
    'words',
    'advise',
    'logs',
    'session',
    'hosting',
  ],
}

const core = ['text', 'iam', 'reference', 'denial', 'evaluate', 'lint', 'compare', 'account', 'words', 'advise', 'logs']

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(src|scripts)/' },
      to: { couldNotResolve: true, pathNot: '^(astro:|virtual:|@astrojs/|\\./types)' },
    },
    ...rooms.map((room) => ({
      name: `${room}-looks-only-into-its-rooms`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: {
        path: '^src/',
        pathNot: [`^src/${room}/`, ...mayImport[room].map((other) => `^src/${other}/`), '^src/content.config'],
      },
    })),
    ...core.map((room) => ({
      name: `${room}-is-entered-by-its-door`,
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: `^src/${room}/` },
      // secrets.ts: the page's own thread blanks secrets, and loads nothing else for that. The data is read at build time.
      // yaml.ts, hcl.ts, script.ts: grammars are large, and a page loads those that a paste needs.
      to: {
        path: `^src/${room}/`,
        pathNot: [
          `^src/${room}/index\\.ts$`,
          '^src/denial/secrets\\.ts$',
          '^src/reference/dependent-actions\\.json$',
          '^src/text/(yaml|hcl|script)\\.ts$',
        ],
      },
    })),
    {
      // Each page loads only the part of the checker that it shows.
      name: 'checker-is-entered-by-its-doors',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: '^src/checker/' },
      to: {
        path: '^src/checker/',
        pathNot:
          '^src/checker/(Checker\\.tsx|checker\\.css|(?:wide|app)\\.css|open-files\\.ts|editor/(editor|when-in-sight)\\.ts)$',
      },
    },
    {
      name: 'the-core-does-no-io',
      severity: 'error',
      from: { path: `^src/(${core.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'the-core-knows-no-scripts', severity: 'error', from: { path: '^src/' }, to: { path: '^(scripts|test)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
}
