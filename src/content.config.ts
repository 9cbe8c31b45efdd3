import { defineCollection } from 'astro:content'
import { docsSchema } from '@astrojs/starlight/schema'
import { glob } from 'astro/loaders'
import { exampleSchema } from './session/index.ts'

export const collections = {
  docs: defineCollection({ loader: glob({ base: './content', pattern: '**/[^_]*.{md,mdx}' }), schema: docsSchema() }),
  examples: defineCollection({
    loader: glob({ base: './content/examples', pattern: '*.yaml' }),
    schema: exampleSchema,
  }),
}
