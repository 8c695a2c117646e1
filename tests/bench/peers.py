#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What scikit-learn and SciPy take for the work of the programs that run.sh runs: name, median processor seconds, the number."""
import statistics
import sys
import time

try:
    import numpy as np
    from scipy import stats
    from sklearn import metrics
    from sklearn.naive_bayes import GaussianNB
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.tree import DecisionTreeClassifier
except ImportError as error:
    print(f"peers skipped: {error} (Debian: python3-sklearn python3-scipy)", file=sys.stderr)
    sys.exit(0)


def measure(name, times, work, scale=1):
    costs = []
    for _ in range(times):
        before = time.process_time()
        result = work()
        costs.append(time.process_time() - before)
    print(f"{name} {statistics.median(costs) * scale:.4f} {result:.12g}", flush=True)


def scores(n):
    rng = np.random.default_rng(7)
    truth = (rng.random(n) < 0.3).astype(np.int8)
    return truth, 1 / (1 + np.exp(-rng.standard_normal(n) - truth + 1))


def everything(truth, score):
    roc = metrics.roc_curve(truth, score)
    pr = metrics.precision_recall_curve(truth, score)
    bins = np.minimum((score * 10).astype(int), 9)
    ece = sum(abs(score[bins == k].sum() - truth[bins == k].sum()) for k in range(10)) / len(score)
    return (metrics.auc(roc[0], roc[1]) + metrics.average_precision_score(truth, score) + metrics.log_loss(truth, score)
            + metrics.brier_score_loss(truth, score) + ece + 0 * len(pr[0]))


def bootstrap(truth, score, resamples):
    rng = np.random.default_rng(1)
    n = len(truth)
    aucs = []
    for _ in range(resamples):
        rows = rng.integers(0, n, n)
        aucs.append(metrics.roc_auc_score(truth[rows], score[rows]))
    return float(np.mean(aucs))


def drift(columns):
    sum_ = 0.0
    for k in range(columns):
        a = np.random.default_rng(k).standard_normal(1_000_000)
        b = np.random.default_rng(100 + k).standard_normal(1_000_000) + 0.002 * k
        edges = np.unique(np.quantile(a, np.arange(1, 10) / 10))
        p = np.maximum(np.bincount(np.searchsorted(edges, a), minlength=len(edges) + 1) / len(a), 1e-4)
        q = np.maximum(np.bincount(np.searchsorted(edges, b), minlength=len(edges) + 1) / len(b), 1e-4)
        sum_ += stats.ks_2samp(a, b).statistic + stats.wasserstein_distance(a, b) / a.std() + float(((q - p) * np.log(q / p)).sum())
    return sum_


def encoded_rows(n, columns):
    rng = np.random.default_rng(11)
    y = (rng.random(n) < 0.3).astype(np.int64)
    return rng.standard_normal((n, columns)) + 0.1 * y[:, None], y


def bayes_neighbours_and_tree():
    X, y = encoded_rows(450_000, 50)
    asked = np.random.default_rng(12).standard_normal((500, 50))
    bayes = GaussianNB()
    measure("naive_bayes_fit_450k_50", 3, lambda: float(bayes.fit(X, y).class_prior_[0]))
    measure("naive_bayes_predict_450k", 1, lambda: bayes.predict_proba(X)[:, 1].mean())
    for metric in ["euclidean", "manhattan"]:
        knn = KNeighborsClassifier(5, metric=metric, algorithm="brute").fit(X, y)
        measure(f"knn_{metric}_500_450k", 1, lambda: knn.predict_proba(asked)[:, 1].mean())
    tree = DecisionTreeClassifier(max_depth=8)
    measure("tree_depth_8_450k_50", 1, lambda: float(tree.fit(X, y).get_n_leaves()))


truth, score = scores(10_000_000)
measure("roc_auc_10m", 1, lambda: metrics.roc_auc_score(truth, score))
measure("all_metrics_10m", 1, lambda: everything(truth, score))
truth, score = scores(100_000)
measure("bootstrap_auc_1000x100k", 1, lambda: bootstrap(truth, score, 50), scale=20)
measure("drift_1m_1m_10", 1, lambda: drift(2), scale=5)
bayes_neighbours_and_tree()
