/** Where the lottery of a call is read. */
export function lotteryAddress(callId) {
  return `/lottery/${encodeURIComponent(callId)}`;
}
