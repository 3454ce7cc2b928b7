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

it("suggests shortcuts whose letters open no menu of Firefox's window, in English, German, Spanish, French, Hindi or Japanese", () => {
  const menus = new Set(['FEVSBPTH', 'DBACLXH', 'AEVSMTU', 'FNAHMPOE', 'FEVSBTH', 'FEVSBTH'].join(''))
  expect(Object.keys(firefox.commands)).toEqual(Object.keys(chromium.commands))
  const keys = Object.values(firefox.commands).map(({ suggested_key }) => suggested_key.default)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(menus.has(/^Alt\+Shift\+([A-Z])$/.exec(key)?.[1] ?? 'F'), key).toBe(false)
})

it('states that no data are collected', () => {
  expect(firefox.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] })
})
