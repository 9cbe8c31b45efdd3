// What AWS services offer: actions, resource types, condition keys. Handed to the engine, never fetched by it.
export type { AccessLevel, Action, Reference, ResourceType, Service } from './reference.ts'
