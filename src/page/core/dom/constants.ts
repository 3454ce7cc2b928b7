/*
 * Constants of the DOM's interfaces, as numbers: in a content script, Firefox takes long to look an interface up, and unit tests
 * parse documents without a window, which lack the interfaces
 * (https://dom.spec.whatwg.org/#interface-node, https://dom.spec.whatwg.org/#interface-nodefilter).
 */

export const ELEMENT_NODE = 1
export const DOCUMENT_FRAGMENT_NODE = 11
export const DOCUMENT_POSITION_FOLLOWING = 4

export const SHOW_ELEMENT = 1
export const SHOW_TEXT = 4
export const FILTER_ACCEPT = 1
export const FILTER_REJECT = 2
