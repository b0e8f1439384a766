"""The second reader: a small trained model beside the rules, for claims that no list foresaw."""
