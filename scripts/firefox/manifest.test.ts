import { expect, it } from 'vitest'
import chromium from '../../manifest.json' with { type: 'json' }
import { firefoxManifest } from './manifest.ts'

const firefox = firefoxManifest(chromium)

it('has an event page that runs what the service worker runs', () => {
  expect(firefox.background).toEqual({ scripts: [chromium.background.service_worker], type: 'module' })
})

it('asks for no permission that Chromium is not asked for, and for none that only Chromium knows', () => {
  expect(chromium.permissions.filter(permission => !firefox.permissions.includes(permission))).toEqual(['offscreen'])
  expect(firefox.permissions.every(permission => chromium.permissions.includes(permission))).toBe(true)
})

it('has every other key of the manifest for Chromium', () => {
  const missing = Object.keys(chromium).filter(key => !Object.hasOwn(firefox, key))
  expect(missing).toEqual(['minimum_chrome_version', 'message_serialization'])
})

it('states that no data are collected', () => {
  expect(firefox.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] })
})
