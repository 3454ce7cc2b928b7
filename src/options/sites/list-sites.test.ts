import { describe, expect, it } from 'vitest'
import { everySite } from '../../settings/match-pattern.ts'
import { hostOf, listSites } from './list-sites.ts'

const chosen = { sites: ['https://b.example', 'http://a.example:8080'], muted: ['https://news.example'] }

describe('the list of sites', () => {
  it('lists each choice by host, with its permission', () => {
    expect(listSites(chosen, ['https://b.example/*'])).toEqual({
      sites: [
        { origin: 'https://b.example', state: 'on' },
        { origin: 'http://a.example:8080', state: 'ungranted' },
        { origin: 'https://news.example', state: 'off' },
      ].toSorted((a, b) => hostOf(a.origin).localeCompare(hostOf(b.origin))),
      grants: [],
    })
  })

  it('treats permission for all sites as permission for each', () => {
    const { sites, grants } = listSites(chosen, everySite)
    expect(sites.map(({ state }) => state)).not.toContain('ungranted')
    expect(grants).toEqual([{ patterns: everySite, host: undefined }])
  })

  it('does not apply permission for all HTTPS sites to HTTP sites', () => {
    const { sites } = listSites(chosen, ['https://*/*'])
    expect(sites.find(({ origin }) => origin === 'http://a.example:8080')?.state).toBe('ungranted')
    expect(sites.find(({ origin }) => origin === 'https://b.example')?.state).toBe('on')
  })

  it('lists other permissions: picture hosts and sites that are off', () => {
    const granted = ['https://cdn.example/*', 'https://b.example/*', 'https://news.example/*', 'http://localhost/*']
    expect(listSites(chosen, granted).grants.map(({ host }) => host)).toEqual([
      'http://localhost',
      'cdn.example',
      'news.example',
    ])
  })
})
