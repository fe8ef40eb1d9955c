import type { Country } from '../world/countries.ts';

/** What people of a language are called and where they live. Ordinary names; the people are invented. */
interface Names {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
  readonly streets: readonly string[];
  /** Towns without a store. */
  readonly towns: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

export const NAMES: Readonly<Record<Country['language'], Names>> = {
  de: {
    women: words(
      'Anna Lena Julia Katharina Sophie Marie Laura Sarah Hannah Lea Nina Clara Eva Paula Greta Ida Johanna Mia Frieda Lotte',
    ),
    men: words(
      'Jonas Lukas Paul Felix Maximilian Leon Tim Jan Moritz Jakob Emil Anton David Simon Tobias Oskar Karl Niklas Fabian Till',
    ),
    families: words(
      'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Lange Werner Krause Lehmann Köhler Maier Huber Berger',
    ),
    streets: words(
      'Lindenweg Gartenstraße Schulstraße Bergstraße Amselweg Birkenallee Hauptstraße Mühlenweg Rosenstraße Wiesengrund',
    ),
    towns: words('Wernigerode Passau Lüneburg Görlitz Husum Fulda Konstanz Celle Bamberg Kempten'),
  },
  fr: {
    women: words(
      'Camille Léa Manon Chloé Emma Inès Jade Louise Alice Juliette Zoé Margaux Lucie Élise Claire Nadia Agathe Romane Anaïs Jeanne',
    ),
    men: words(
      'Hugo Louis Gabriel Arthur Jules Adam Raphaël Lucas Théo Nathan Paul Antoine Maxime Victor Samuel Bastien Rémi Olivier Mathis Yanis',
    ),
    families: words(
      'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Blanc Guérin Boyer Garnier Chevalier François',
    ),
    streets: [
      'rue des Lilas',
      'rue du Moulin',
      'avenue de la Gare',
      'place du Marché',
      'rue des Écoles',
      'chemin des Vignes',
      'rue Haute',
      'allée des Tilleuls',
    ],
    towns: words('Annecy Quimper Albi Colmar Bayonne Chartres Arles Vannes Beaune Menton'),
  },
  en: {
    women: words(
      'Olivia Amelia Emily Grace Sophie Chloe Lucy Ella Hannah Zara Megan Alice Freya Isla Poppy Ruby Daisy Aisha Imogen Holly',
    ),
    men: words(
      'Oliver George Harry Jack Thomas James William Daniel Joseph Samuel Adam Callum Ethan Ryan Omar Finn Toby Luke Nathan Rhys',
    ),
    families: words(
      'Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Wright Walker Hall Green Wood Harris Clarke Jackson Turner Cooper Hill Ward Morris Khan Baker Bennett Carter Murphy Cook Reid Fox',
    ),
    streets: [
      'Station Road',
      'Church Lane',
      'Mill Street',
      'Park Avenue',
      'Orchard Close',
      'Victoria Road',
      'High Street',
      'Meadow View',
    ],
    towns: words('Bath Ludlow Whitby Kendal Margate Stroud Totnes Hexham Rye Oban'),
  },
  nl: {
    women: words('Emma Julia Sanne Lotte Fleur Eva Sophie Noor Iris Femke Roos Maud Anouk Tess Lieke'),
    men: words('Daan Sem Lars Bram Thijs Jesse Ruben Tim Stijn Niels Joost Koen Sander Pieter Wouter'),
    families: [
      'de Jong',
      'Jansen',
      'de Vries',
      'van den Berg',
      'Bakker',
      'van Dijk',
      'Visser',
      'Smit',
      'Meijer',
      'de Boer',
      'Mulder',
      'Bos',
      'Vos',
      'Peters',
      'Hendriks',
      'Dekker',
      'Brouwer',
      'Kok',
      'van Leeuwen',
      'Schouten',
    ],
    streets: words(
      'Dorpsstraat Kerkstraat Molenweg Schoolstraat Beukenlaan Stationsweg Havenstraat Lindelaan',
    ),
    towns: words('Delft Zwolle Gouda Hoorn Middelburg Zutphen Sneek Roermond'),
  },
  es: {
    women: words('Lucía María Paula Daniela Carla Sara Elena Marta Alba Irene Claudia Nerea Rocío Ana Laura'),
    men: words(
      'Hugo Daniel Pablo Alejandro Álvaro Adrián David Mario Diego Javier Sergio Marcos Iván Jorge Raúl',
    ),
    families: words(
      'García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Álvarez Romero Alonso Navarro Torres',
    ),
    streets: [
      'calle Mayor',
      'calle del Sol',
      'avenida del Parque',
      'calle Nueva',
      'plaza de la Fuente',
      'calle Real',
    ],
    towns: words('Cuenca Segovia Cáceres Soria Lorca Ronda Teruel Jaca'),
  },
};

/** Names as e-mail addresses write them. */
export const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.values(NAMES).flatMap(({ women, men, families }) =>
    [...women, ...men, ...families].map((name) => [name, plain(name)]),
  ),
);

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}
