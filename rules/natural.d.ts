/** The narrow entry of `natural` has no types of its own. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(word: string): string };
  export default PorterStemmer;
}
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    addDocument(text: string, label: string): void;
    train(): void;
    classify(text: string): string;
  }
}
declare module 'natural/lib/natural/phonetics/metaphone.js' {
  export default class Metaphone {
    process(word: string): string;
  }
}
