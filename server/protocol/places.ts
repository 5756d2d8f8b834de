/**
 * Command of the client with the arguments of `editor.action.peekLocations`: a URI, a position in it and locations, as the Language
 * Server Protocol writes them. Lenses carry it for clients that name it in the initialization options.
 */
export const showPlacesCommand = 'detent.showPlaces';
