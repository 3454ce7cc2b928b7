import browser from 'webextension-polyfill'
import { name as network } from '../../models/apparel/card.json'
import { text } from '../i18n/text.ts'
import { Section } from './section.tsx'

/** Third-party components that ship with the extension, with their licences. */
const parts = [
  ['TensorFlow.js', 'Apache-2.0', 'https://github.com/tensorflow/tfjs'],
  ['MobileNetV2', 'Apache-2.0', 'https://github.com/tensorflow/models'],
  ['Preact', 'MIT', 'https://github.com/preactjs/preact'],
  ['idb', 'ISC', 'https://github.com/jakearchibald/idb'],
  ['Fluent Emoji', 'MIT', 'https://github.com/microsoft/fluentui-emoji'],
] as const

/** The version, the privacy promise and the licences. */
export function About() {
  return (
    <Section name="about">
      <p>{text('options_about_promise')}</p>
      <p class="soft facts">
        <span>{text('options_about_version', browser.runtime.getManifest().version)}</span>
        <span>{text('options_about_network', network)}</span>
      </p>
      <h3>{text('options_about_licences')}</h3>
      <ul class="parts">
        {parts.map(([name, licence, url]) => (
          <li key={name}>
            <a href={url} target="_blank" rel="noreferrer">
              {name}
            </a>{' '}
            <span class="soft">{licence}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/src/welcome/index.html">{text('options_about_welcome')}</a>
      </p>
    </Section>
  )
}
