import { Rankings } from '../ranking';
import { DrawBulletin } from './draw-bulletin';
import { DrawPopulation } from './draw-population';
import { DrawTargets } from './draw-targets';
import { DrawTickets } from './draw-tickets';
import { PublishBulletin } from './publish-bulletin';
import { PublishingPlaces } from './publishing-place';

/** What it takes to draw a bulletin and publish it, for every program that does. */
export const DRAWING = [
  ...[Rankings, DrawPopulation, DrawTickets, DrawTargets, DrawBulletin],
  ...[PublishingPlaces, PublishBulletin],
] as const;
