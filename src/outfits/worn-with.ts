import type { Garment } from '../apparel/classes.ts'

/** What is worn with each class, most visible first. Leaves out classes that are worn instead of it. */
export const wornWith: Record<Garment, readonly Garment[]> = {
  Shirt: ['Trouser', 'Jacket', 'Shoes', 'Shorts', 'Watch', 'Hat', 'Goggles', 'Wallet'],
  'T-Shirt': ['Trouser', 'Shorts', 'Shoes', 'Jacket', 'Hat', 'Goggles', 'Watch', 'Wallet'],
  Jacket: ['Trouser', 'Shirt', 'T-Shirt', 'Shoes', 'Hat', 'Watch', 'Goggles', 'Wallet'],
  Trouser: ['Shirt', 'T-Shirt', 'Shoes', 'Jacket', 'Watch', 'Hat', 'Goggles', 'Wallet'],
  Shorts: ['T-Shirt', 'Shirt', 'Shoes', 'Hat', 'Goggles', 'Watch', 'Jacket', 'Wallet'],
  Shoes: ['Trouser', 'Shorts', 'Shirt', 'T-Shirt', 'Jacket', 'Hat', 'Watch', 'Wallet', 'Goggles'],
  Hat: ['Jacket', 'T-Shirt', 'Shirt', 'Shoes', 'Trouser', 'Shorts', 'Goggles', 'Watch'],
  Goggles: ['Hat', 'T-Shirt', 'Shirt', 'Jacket', 'Shorts', 'Trouser', 'Shoes', 'Watch'],
  Watch: ['Shirt', 'Shoes', 'Jacket', 'Wallet', 'Trouser', 'T-Shirt', 'Goggles', 'Hat'],
  Wallet: ['Shoes', 'Watch', 'Trouser', 'Jacket', 'Shirt', 'T-Shirt', 'Shorts', 'Goggles'],
}
