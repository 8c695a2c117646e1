#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What scikit-learn and XGBoost take for the fits of bench_training, on the same rows: name, median processor seconds, the log
loss of the fitted model. usage: peers_training.py [NAME...]"""
import statistics
import sys
import time
import warnings

try:
    import numpy as np
    import xgboost
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import log_loss
    from sklearn.neural_network import MLPClassifier
except ImportError as error:
    print(f"peers of training skipped: {error} (Debian: python3-sklearn python3-xgboost)", file=sys.stderr)
    sys.exit(0)
warnings.filterwarnings("ignore")


def uniform(place):
    x = place * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((x ^ (x >> np.uint64(31))) >> np.uint64(11)).astype(float) * 2.0**-53


def bell(place):
    return 2 * (uniform(place) + uniform(place + np.uint64(1)) + uniform(place + np.uint64(2)) - 1.5)


def encoded(rows):
    place = np.arange(rows, dtype=np.uint64) * np.uint64(256)
    factors = [bell(place), bell(place + np.uint64(4))]
    X = np.zeros((rows, 50))
    for j in range(25):
        X[:, j] = 0.6 * factors[j % 2] + 0.8 * bell(place + np.uint64(8 + 4 * j))
    for group in range(5):
        u = uniform(place + np.uint64(200 + group))
        X[np.arange(rows), 25 + 5 * group + (5 * u * u).astype(int)] = 1
    margin = np.full(rows, -0.5)
    for j in range(50):
        margin += (0.3 if j % 3 == 0 else -0.2) * X[:, j]
    margin += 0.8 * X[:, 0] * X[:, 2]
    return X, (uniform(place + np.uint64(255)) < 1 / (1 + np.exp(-margin))).astype(int)


def measure(name, times, make):
    if len(sys.argv) > 1 and name not in sys.argv[1:]:
        return
    costs = []
    for _ in range(times):
        model = make()
        before = time.process_time()
        model.fit(X, y)
        costs.append(time.process_time() - before)
    print(f"{name} {statistics.median(costs):.4f} {log_loss(y, model.predict_proba(X)):.12g}", flush=True)


X, y = encoded(450_000)
measure("logistic_450k", 1, lambda: LogisticRegression(max_iter=1000))
measure("mlp_epoch", 1, lambda: MLPClassifier((100,), max_iter=1))
measure("boosting_200", 1, lambda: xgboost.XGBClassifier(n_estimators=200, max_depth=6, learning_rate=0.1, tree_method="hist"))
measure("forest_100", 1, lambda: xgboost.XGBRFClassifier(n_estimators=100, max_depth=12, tree_method="hist", subsample=0.8, colsample_bynode=0.8))
