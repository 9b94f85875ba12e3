"""Two servers, the same data, the same questions: do they answer the same?"""
