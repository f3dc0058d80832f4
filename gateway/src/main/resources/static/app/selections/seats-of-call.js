/** How many seats a call has, where several places may give a number of them together. */

/** Ids of the places that a cap is of: all, those of a level, or those of a group. */
export function placesOfCap({ places = [] }, cap) {
  return places.filter(({ level, group }) => [level, group, 'call'].includes(cap)).map(({ id }) => id);
}

/** Seats of these places, `{id, seats}`, within the caps, by name, which nest. */
export function seatsInAll(call, places, caps) {
  const sum = (all) => all.reduce((total, { seats }) => total + seats, 0);
  const innermostFirst = Object.entries({ ...call.caps, ...caps })
    .map(([cap, seats]) => ({ ids: placesOfCap(call, cap), seats }))
    .sort((one, other) => one.ids.length - other.ids.length);
  let parts = places.map(({ id, seats }) => ({ ids: [id], seats }));
  for (const { ids, seats } of innermostFirst) {
    const isInside = (part) => part.ids.every((id) => ids.includes(id));
    const inside = parts.filter(isInside);
    const whole = { ids: inside.flatMap((part) => part.ids), seats: Math.min(seats, sum(inside)) };
    parts = [...parts.filter((part) => !isInside(part)), whole];
  }
  return sum(parts);
}
