/** Folders on a disk, as the embedded log and state need them: held by one process, with room or without. */
export { holdFolder } from './hold.ts';
export { isForWantOfRoom, roomOnDisk } from './room.ts';
