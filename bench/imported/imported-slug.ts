/** Where the imported agreement is read. */
export const IMPORTED_SLUG = 'importerad-overenskommelse';
