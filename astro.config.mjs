import { fileURLToPath } from 'node:url'
import preact from '@astrojs/preact'
import starlight from '@astrojs/starlight'
import { defineConfig, passthroughImageService } from 'astro/config'
import { hosting, placeholder } from './src/hosting/index.ts'
import { articles } from './src/site/articles.ts'
import { billingShelf } from './src/site/billing-shelf.ts'
import { codeThemes } from './src/site/code-themes.ts'

const pageHeadings = fileURLToPath(new URL('./src/site/page-headings.ts', import.meta.url))
const building = process.argv.includes('build')

export default defineConfig({
  // A build does not know where it will be hosted: hosting() makes every address relative afterwards.
  base: building ? placeholder : '/',
  publicDir: './src/public',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Its script looks at every link whenever a page draws something. The service worker brings the whole site instead.
  prefetch: false,
  image: { service: passthroughImageService() },
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0, reportCompressedSize: false },
    worker: { format: 'es' },
    resolve: { alias: [{ find: /^.*\/TableOfContents\/starlight-toc$/, replacement: pageHeadings }] },
  },
  integrations: [
    starlight({
      title: 'Whydenied',
      description: 'Why AWS said "not authorized", and what exactly to change. Offline, in your browser.',
      logo: { src: './src/site/logo.svg', alt: '' },
      favicon: '/favicon.svg',
      head: [
        { tag: 'meta', attrs: { name: 'referrer', content: 'no-referrer' } },
        { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' } },
        { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icons/apple-touch-icon.png' } },
      ],
      customCss: ['./src/site/theme.css'],
      disable404Route: true,
      // The site has a search of its own: src/site/search.
      pagefind: false,
      markdown: { processedDirs: ['./content'] },
      components: {
        Head: './src/site/Head.astro',
        Header: './src/site/Header.astro',
        Search: './src/site/Search.astro',
        SocialIcons: './src/site/HeaderLinks.astro',
        Footer: './src/site/Footer.astro',
        PageTitle: './src/site/PageTitle.astro',
      },
      expressiveCode: {
        themes: codeThemes,
        useStarlightUiThemeColors: true,
        // The colors have the contrast that they need, and are the editor's.
        minSyntaxHighlightingColorContrast: 0,
        // It would reset every property of every word of code. Starlight's own styles keep out of code blocks.
        useStyleReset: false,
        defaultProps: { wrap: true },
        styleOverrides: { borderRadius: '0.5rem' },
      },
      sidebar: [
        { label: 'Checker', link: '/checker/' },
        { label: 'Used permissions', link: '/used/' },
        {
          label: 'Guides',
          items: [
            { label: 'Let others access Billing', link: '/guides/billing-access/' },
            { label: 'Let people outside the account in', link: '/guides/outside-access/' },
          ],
        },
        {
          label: 'Billing',
          collapsed: true,
          items: billingShelf.map(({ label, articles }, i) => ({
            label,
            collapsed: i > 0,
            items: articles.map((article) => `billing/${article}`),
          })),
        },
        { label: 'Messages', collapsed: true, items: [{ autogenerate: { directory: 'content/messages' } }] },
        { label: 'Policies', collapsed: true, items: [{ autogenerate: { directory: 'content/policies' } }] },
        { label: 'Roles and federation', collapsed: true, items: [{ autogenerate: { directory: 'content/roles' } }] },
        { label: 'Credentials', collapsed: true, items: [{ autogenerate: { directory: 'content/credentials' } }] },
        { label: 'Policy checks', link: '/checks/' },
        {
          label: 'Reference',
          items: [
            { label: 'Every AWS action', link: '/reference/' },
            { label: 'Services and policy types', link: '/services/' },
            { label: 'Policy elements', link: '/reference/elements/' },
            { label: 'Condition operators', link: '/reference/operators/' },
            { label: 'Global condition keys', link: '/reference/condition-keys/' },
          ],
        },
        { label: 'Command line and code', collapsed: true, items: [{ autogenerate: { directory: 'content/tools' } }] },
        { label: 'Hosting', collapsed: true, items: [{ autogenerate: { directory: 'content/hosting' } }] },
        {
          label: 'About',
          collapsed: true,
          items: [
            { autogenerate: { directory: 'content/start' } },
            { label: 'Articles and their sources', link: '/sources/' },
          ],
        },
      ],
    }),
    articles(),
    // Only these files have JSX: Babel would read every other file, too, which is a quarter of the build.
    preact({ include: ['**/*.tsx'] }),
    hosting(),
  ],
})
